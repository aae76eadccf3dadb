-- Filled by the work under way on this branch.
SELECT 1;
