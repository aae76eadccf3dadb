package dev.bellwether.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Listing;
import dev.bellwether.market.calendar.Closure;
import dev.bellwether.talk.ChatId;
import dev.bellwether.watch.level.BreakRules;
import dev.bellwether.watch.run.WatchSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigLoaderTest {
    @TempDir
    Path home;

    private final Map<String, String> environment = new HashMap<>();

    private Config load(String yaml) throws Exception {
        Files.createDirectories(home.resolve("config"));
        Files.writeString(home.resolve("config/bellwether.yaml"), yaml);
        return loader().load(null);
    }

    private ConfigLoader loader() {
        return new ConfigLoader(environment, home, home);
    }

    private List<String> problems(String yaml) {
        ConfigException e = catchThrowableOfType(ConfigException.class, () -> load(yaml));
        assertThat(e).as("refused").isNotNull();
        return e.problems().stream().map(Problem::toString).toList();
    }

    @Test
    void without_a_file_the_defaults_hold_in_sample_mode() throws Exception {
        Config config = loader().load(null);
        assertThat(config.file()).isNull();
        assertThat(config.mode()).isEqualTo(Mode.SAMPLE);
        assertThat(config.data()).isEqualTo(home.resolve("data"));
        assertThat(config.favourites()).containsExactly("BABA", "BIDU", "PDD", "JD");
        assertThat(config.fronts().web().toString()).isEqualTo("127.0.0.1:8080");
        assertThat(config.prices().order()).containsExactly("yahoo", "stooq");
    }

    @Test
    void the_shipped_file_says_what_the_defaults_say() throws Exception {
        String shipped = Files.readString(Path.of("config/bellwether.yaml"));
        Config defaults = loader().load(null);
        Config config = load(shipped);
        assertThat(config.instruments().all()).isEqualTo(defaults.instruments().all());
        assertThat(config)
                .usingRecursiveComparison()
                .ignoringFields("file", "instruments")
                .isEqualTo(defaults);
    }

    @Test
    void what_the_shipped_file_comments_out_is_right_too() throws Exception {
        String shipped = Files.readString(Path.of("config/bellwether.yaml"));
        String uncommented = shipped.lines()
                .map(line -> line.matches(
                                "# ?( *- \\{url|(net|feeds|limits|digests|breakouts):|  [a-z-]+: .*#.*(NET|for|in|on).*).*")
                        ? line.substring(2)
                        : line)
                .reduce("", (all, line) -> all + line + "\n");
        Config defaults = loader().load(null);
        Config config = load(uncommented);
        assertThat(config.feeds()).isEqualTo(defaults.feeds());
        assertThat(config.limits()).isEqualTo(defaults.limits());
        assertThat(config.digests()).isEqualTo(defaults.digests());
        assertThat(config.breakouts()).isEqualTo(defaults.breakouts());
        assertThat(config.mode()).isEqualTo(Mode.LIVE);
    }

    @Test
    void closures_that_nobody_could_plan_are_read() throws Exception {
        Config config = load("""
                calendars:
                  closures:
                    - {exchange: HKEX, day: 2026-09-10, why: typhoon}
                    - {exchange: nyse, day: 2026-09-11, from: "13:00", why: power failure}
                """);
        assertThat(config.closures())
                .containsExactly(
                        new Closure(Exchange.HKEX, LocalDate.parse("2026-09-10"), null, "typhoon"),
                        new Closure(
                                Exchange.NYSE, LocalDate.parse("2026-09-11"), LocalTime.of(13, 0), "power failure"));
    }

    @Test
    void the_group_we_build_for_is_known_with_all_its_listings() throws Exception {
        Instrument baba = loader().load(null).instruments().find("US01609W1027").orElseThrow();
        assertThat(baba.symbol()).isEqualTo("BABA");
        assertThat(baba.listings())
                .extracting(Listing::symbol, Listing::exchange, Listing::currency, Listing::shares)
                .containsExactly(
                        tuple("BABA", Exchange.NYSE, "USD", 8),
                        tuple("9988.HK", Exchange.HKEX, "HKD", 1),
                        tuple("AHLA.DE", Exchange.XETRA, "EUR", 8));
    }

    @Test
    void every_problem_is_reported_at_once_with_its_place_and_what_is_meant() {
        assertThat(problems("""
                        mdoe: auto
                        fronts:
                          web: {adress: 127.0.0.1:8080}
                        feeds:
                          - {url: ftp://example.com/feed, every: soon}
                          - {every: 5m, for: BABX}
                        favourites: [BABA, JDD]
                        """))
                .containsExactly(
                        "config/bellwether.yaml:1: mdoe: unknown key; did you mean \"mode\"? (known here:"
                                + " breakouts, calendars, data, digests, favourites, feeds, fronts, instruments, limits, mode, net, prices, store)",
                        "config/bellwether.yaml:3: fronts.web.adress: unknown key; did you mean \"address\"? (known here:"
                                + " address)",
                        "config/bellwether.yaml:5: feeds[0].url: not an address: \"ftp://example.com/feed\"; expected one"
                                + " that starts with http:// or https://",
                        "config/bellwether.yaml:5: feeds[0].every: not a duration: \"soon\"; write it like 90s, 10m, 2h or"
                                + " 1d",
                        "config/bellwether.yaml:6: feeds[1].url: is missing; the feed's http(s) address",
                        "config/bellwether.yaml:6: feeds[1].for: no instrument has the symbol \"BABX\"; did you mean BABA?"
                                + " configured are BABA, BIDU, PDD, JD",
                        "config/bellwether.yaml:7: favourites[1]: no instrument has the symbol \"JDD\"; did you mean JD?"
                                + " configured are BABA, BIDU, PDD, JD");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mode: lvie | config/bellwether.yaml:1: mode: not allowed: \"lvie\"; did you mean live? allowed are auto, sample, live",
                "data: [a, b] | config/bellwether.yaml:1: data: expected one value, found a list",
                "net: 5 | config/bellwether.yaml:1: net: expected keys with values below it",
                "fronts: {web: {address: '8080'}} | config/bellwether.yaml:1: fronts.web.address: not an address: \"8080\"; expected HOST:PORT, such as 127.0.0.1:8080",
                "net: {allow: [10.0.0.0/99]} | config/bellwether.yaml:1: net.allow[0]: not a range: \"10.0.0.0/99\"; write it like 127.0.0.0/8 or fd00::/8",
                "prices: {order: [csv]} | config/bellwether.yaml:1: prices.csv.folder: is missing; csv stands in prices.order and needs a folder of <SYMBOL>.csv files",
                "prices: {order: [finnhub]} | config/bellwether.yaml:1: prices.finnhub.key: is missing; finnhub stands in prices.order and needs a key from finnhub.io",
                "prices: {watch: {ticks: 1s}} | config/bellwether.yaml:1: prices.watch.ticks: too short: \"1s\"; at least 5s",
                "prices: {watch: {questions: {yahoo: 0}}} | config/bellwether.yaml:1: prices.watch.questions.yahoo: not allowed: \"0\"; expected a whole number from 1 to 100000",
                "prices: {order: [yaho]} | config/bellwether.yaml:1: prices.order[0]: not allowed: \"yaho\"; did you mean yahoo? allowed are csv, finnhub, stooq, yahoo",
                "fronts: {operator: me} | config/bellwether.yaml:1: fronts.operator: not a chat: \"me\"; expected telegram:NUMBER, discord:CHANNEL or discord:user:PERSON, such as telegram:123456",
                "limits: {member-per-minute: 0} | config/bellwether.yaml:1: limits.member-per-minute: not allowed: \"0\"; expected a whole number from 1 to 600",
                "breakouts: {closes: 0} | config/bellwether.yaml:1: breakouts.closes: not allowed: \"0\"; expected a whole number from 1 to 10",
                "breakouts: {closes: 4, within: 3} | config/bellwether.yaml:1: breakouts.within: not allowed: \"3\"; expected a whole number from 4 to 30",
                "breakouts: {volume: NaN} | config/bellwether.yaml:1: breakouts.volume: not allowed: \"NaN\"; expected a number from 0.0 to 20.0",
                "breakouts: {volume: twice} | config/bellwether.yaml:1: breakouts.volume: not allowed: \"twice\"; expected a number from 0.0 to 20.0",
                "limits: {chat-per-minute: many} | config/bellwether.yaml:1: limits.chat-per-minute: not allowed: \"many\"; expected a whole number from 1 to 6000",
                "fronts: {telegram: {mode: push}} | config/bellwether.yaml:1: fronts.telegram.mode: not allowed: \"push\"; allowed are poll, webhook",
                "fronts: {telegram: {mode: webhook, webhook: {secret: x}}} | config/bellwether.yaml:1: fronts.telegram.webhook.url: is missing; in webhook mode Telegram needs an address, such as https://bot.example/telegram/updates",
                "fronts: {telegram: {mode: webhook, webhook: {url: 'https://b.example/telegram/x'}}} | config/bellwether.yaml:1: fronts.telegram.webhook.secret: is missing; make one up, so that only Telegram's calls are taken for Telegram's",
                "fronts: {telegram: {webhook: {url: 'https://b.example/hook'}}} | config/bellwether.yaml:1: fronts.telegram.webhook.url: not the address of a webhook: \"https://b.example/hook\"; it must end with /telegram/ and a name, such as https://bot.example/telegram/updates",
                "fronts: {telegram: {webhook: {secret: 'a b'}}} | config/bellwether.yaml:1: fronts.telegram.webhook.secret: has a character that Telegram does not take; use 1 to 256 of A-Z, a-z, 0-9, _ and -",
                "fronts: {discord: {manager-rol: x}} | config/bellwether.yaml:1: fronts.discord.manager-rol: unknown key; did you mean \"manager-role\"? (known here: gateway, manager-role, message-content, messages-per-second, rest, token, token-file)",
                "calendars: {closures: [{exchange: hkx, day: 2026-09-10, why: storm}]} | config/bellwether.yaml:1: calendars.closures[0].exchange: not allowed: \"hkx\"; did you mean hkex? allowed are amsterdam, bombay, brussels, copenhagen, frankfurt, helsinki, hkex, lse, madrid, milan, nasdaq, nse, nyse, oslo, paris, sao_paulo, seoul, shanghai, shenzhen, singapore, stockholm, sydney, taipei, tokyo, toronto, vienna, warsaw, xetra, zurich",
                "calendars: {closures: [{exchange: hkex, day: 10.9.2026, why: storm}]} | config/bellwether.yaml:1: calendars.closures[0].day: not a day: \"10.9.2026\"; write it like 2026-09-10",
                "calendars: {closures: [{exchange: hkex, day: 2026-09-10, from: noon, why: storm}]} | config/bellwether.yaml:1: calendars.closures[0].from: not a time: \"noon\"; write it like 13:00, in the exchange's time zone",
                "calendars: {closures: [{exchange: hkex, day: 2026-09-10}]} | config/bellwether.yaml:1: calendars.closures[0].why: is missing; in a few words that the chats will read",
                "calendars: {closed: []} | config/bellwether.yaml:1: calendars.closed: unknown key (known here: closures)",
                "digests: {late: 4m} | config/bellwether.yaml:1: digests.late: too short: \"4m\"; at least 300s",
                "digests: {per-chat: 0} | config/bellwether.yaml:1: digests.per-chat: not allowed: \"0\"; expected a whole number from 1 to 100",
                "limits: {alerts-per-member: 0} | config/bellwether.yaml:1: limits.alerts-per-member: not allowed: \"0\"; expected a whole number from 1 to 10000",
                "limits: {alerts-per-chat: -1} | config/bellwether.yaml:1: limits.alerts-per-chat: not allowed: \"-1\"; expected a whole number from 1 to 100000",
                "limits: {quote-symbols: 0} | config/bellwether.yaml:1: limits.quote-symbols: not allowed: \"0\"; expected a whole number from 1 to 25",
                "'mode: a\n- b' | config/bellwether.yaml:2: this is not YAML: expected <block end>, but found '-'",
                "instruments: [{symbol: BABA, isin: US01609W1028}] | config/bellwether.yaml:1: instruments[0].isin: not an ISIN: \"US01609W1028\"; two letters, nine letters or digits, and a check digit that fits, such as US01609W1027",
                "instruments: [{symbol: BABA, listings: [{symbol: BABA, exchange: nysee}]}] | config/bellwether.yaml:1: instruments[0].listings[0].exchange: not allowed: \"nysee\"; did you mean nyse? allowed are amsterdam, bombay, brussels, copenhagen, frankfurt, helsinki, hkex, lse, madrid, milan, nasdaq, nse, nyse, oslo, paris, sao_paulo, seoul, shanghai, shenzhen, singapore, stockholm, sydney, taipei, tokyo, toronto, vienna, warsaw, xetra, zurich",
            })
    void a_single_mistake_is_one_sentence(String yaml, String problem) {
        assertThat(problems(yaml)).containsExactly(problem);
    }

    @Test
    void a_favourite_can_not_take_the_name_of_another_command() {
        assertThat(problems(
                        "instruments: [{symbol: NEWS}, {symbol: A^B}, {symbol: A-B}]\nfavourites: [NEWS, A^B, A-B]"))
                .containsExactly(
                        "config/bellwether.yaml:2: favourites[0]: NEWS would become the command /news, which exists; leave"
                                + " it out",
                        "config/bellwether.yaml:2: favourites[2]: A-B would become the command /a_b, which exists; leave it"
                                + " out");
    }

    @Test
    void a_key_that_stands_twice_is_named() {
        assertThat(problems("mode: live\nmode: sample\n"))
                .containsExactly("config/bellwether.yaml:2: mode: stands here twice; keep one");
    }

    @Test
    void a_file_that_was_named_must_exist() {
        ConfigException e = catchThrowableOfType(ConfigException.class, () -> loader().load(Path.of("nowhere.yaml")));
        assertThat(e.problems())
                .containsExactly(
                        new Problem("nowhere.yaml", "", "there is no such file; check --config or BELLWETHER_CONFIG"));
    }

    @Test
    void a_file_that_is_no_text_is_named() throws Exception {
        Path file = home.resolve("settings.yaml");
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        ConfigException e = catchThrowableOfType(ConfigException.class, () -> loader().load(file));
        assertThat(e.problems())
                .containsExactly(new Problem("settings.yaml", "", "is not UTF-8 text; save it as UTF-8"));
    }

    @Test
    void the_environment_wins_over_the_file() throws Exception {
        environment.put("BELLWETHER_DATA", "elsewhere");
        environment.put("BELLWETHER_WEB_ADDRESS", "[::1]:9090");
        environment.put("BELLWETHER_MODE", "LIVE");
        environment.put("BELLWETHER_NET_ALLOW", "127.0.0.0/8, ::1/128");
        Config config = load("data: there\nmode: sample\n");
        assertThat(config.data()).isEqualTo(home.resolve("elsewhere"));
        assertThat(config.fronts().web()).isEqualTo(new Config.Web("::1", 9090));
        assertThat(config.mode()).isEqualTo(Mode.LIVE);
        assertThat(config.net().allow()).hasSize(2);
    }

    @Test
    void every_key_of_the_fronts_is_read_from_the_file() throws Exception {
        Files.writeString(home.resolve("secret"), "from_a-file\n");
        Config config = load("""
                fronts:
                  web: {address: 127.0.0.1:0}
                  operator: discord:user:7
                  discord: {token: abc, rest: "http://localhost:1/api", gateway: "ws://localhost:2", manager-role: Mods, message-content: true, messages-per-second: 60}
                  telegram:
                    token: 1:a
                    api: http://localhost:3
                    mode: webhook
                    messages-per-second: 900
                    webhook: {url: "https://bot.example/telegram/updates", secret-file: ../secret}
                limits: {quote-symbols: 1, news-items: 2, watched-symbols: 3, member-per-minute: 4, chat-per-minute: 5,
                    alerts-per-member: 6, alerts-per-chat: 7, feeds-per-chat: 8}
                digests: {late: 1h, per-chat: 6}
                breakouts: {closes: 3, volume: 2.5, within: 8, member-levels: 7}
                """);
        assertThat(config.fronts().discord())
                .isEqualTo(new Config.Discord(
                        new Secret("abc"),
                        URI.create("http://localhost:1/api"),
                        URI.create("ws://localhost:2"),
                        "Mods",
                        60,
                        true));
        assertThat(config.fronts().telegram())
                .isEqualTo(new Config.Telegram(
                        new Secret("1:a"),
                        URI.create("http://localhost:3"),
                        new Config.Webhook(
                                URI.create("https://bot.example/telegram/updates"), new Secret("from_a-file")),
                        900));
        assertThat(config.limits()).isEqualTo(new Config.Limits(1, 2, 3, 4, 5, 6, 7, 8));
        assertThat(config.digests()).isEqualTo(new Config.Digests(Duration.ofHours(1), 6));
        assertThat(config.breakouts()).isEqualTo(new Config.Breakouts(new BreakRules(3, 2.5, 8), 7));
        assertThat(config.fronts().operator()).isEqualTo(new ChatId("discord", "user:7"));
    }

    @Test
    void every_key_of_the_fronts_is_read_from_the_environment() throws Exception {
        Files.writeString(home.resolve("secret"), "from_a-file\n");
        environment.put("BELLWETHER_DISCORD_MANAGER_ROLE", "Mods");
        environment.put("BELLWETHER_TELEGRAM_MODE", "webhook");
        environment.put("BELLWETHER_TELEGRAM_WEBHOOK_URL", "https://bot.example/telegram/updates");
        environment.put("BELLWETHER_TELEGRAM_WEBHOOK_SECRET_FILE", "secret");
        Config config = load("");
        assertThat(config.fronts().discord().managerRole()).isEqualTo("Mods");
        assertThat(config.fronts().telegram().webhook())
                .isEqualTo(new Config.Webhook(
                        URI.create("https://bot.example/telegram/updates"), new Secret("from_a-file")));
        assertThat(config.toString()).doesNotContain("from_a-file");
    }

    @Test
    void every_variable_is_named_in_the_shipped_file() throws Exception {
        String shipped = Files.readString(Path.of("config/bellwether.yaml"));
        assertThat(Overrides.names())
                .hasSizeGreaterThan(15)
                .allMatch(name -> shipped.contains("BELLWETHER_" + name)
                        || shipped.contains("_" + name.substring(name.indexOf('_') + 1)));
    }

    @Test
    void without_a_word_about_it_telegram_is_asked_and_the_limits_are_the_usual_ones() throws Exception {
        Config config = load("fronts: {telegram: {webhook: {url: 'https://bot.example/telegram/updates'}}}");
        assertThat(config.fronts().telegram().webhook()).isNull();
        assertThat(config.limits().memberPerMinute()).isEqualTo(20);
        assertThat(config.limits().chatPerMinute()).isEqualTo(60);
    }

    @Test
    void how_often_prices_are_asked_for_is_read_and_the_rest_stays_as_usual() throws Exception {
        Config config = load("""
                prices:
                  order: [finnhub, yahoo]
                  finnhub: {key: of-mine}
                  watch: {ticks: 30s, otherwise: 5m, questions: {yahoo: 7}}
                """);
        assertThat(config.prices().watch())
                .isEqualTo(new WatchSettings(
                        Duration.ofSeconds(30), Duration.ofMinutes(5), Map.of("yahoo", 7, "stooq", 30, "finnhub", 50)));
        assertThat(config.prices().finnhub()).isEqualTo(new Secret("of-mine"));
        assertThat(config.toString()).doesNotContain("of-mine");
        environment.put("BELLWETHER_FINNHUB_KEY", "another");
        assertThat(load("").prices().finnhub()).isEqualTo(new Secret("another"));
    }

    @Test
    void a_variable_with_a_typo_is_refused() {
        environment.put("BELLWETHER_TELEGRAM_TOKN", "1:a");
        assertThat(problems(""))
                .containsExactly("BELLWETHER_TELEGRAM_TOKN: unknown variable; did you mean BELLWETHER_TELEGRAM_TOKEN?");
    }

    @Test
    void a_secret_is_read_from_a_file_and_is_never_seen() throws Exception {
        Files.writeString(home.resolve("token"), "123456:very-secret\n");
        environment.put("BELLWETHER_TELEGRAM_TOKEN_FILE", "token");
        environment.put("BELLWETHER_STORE_URL", "jdbc:postgresql://localhost/x?password=very-secret");
        Config config = load("");
        assertThat(config.fronts().telegram().token()).isEqualTo(new Secret("123456:very-secret"));
        assertThat(config.toString()).doesNotContain("very-secret").contains("***");
    }

    @Test
    void a_secret_that_is_wrong_is_not_repeated_in_the_problem() {
        assertThat(problems("store: {url: 'mysql://u:very-secret@host/x'}"))
                .singleElement()
                .asString()
                .doesNotContain("very-secret")
                .contains("jdbc:sqlite:");
    }

    @Test
    void a_secret_file_that_is_missing_or_empty_is_named() throws IOException {
        Files.writeString(home.resolve("empty"), "\n");
        environment.put("BELLWETHER_TELEGRAM_TOKEN_FILE", "missing");
        environment.put("BELLWETHER_DISCORD_TOKEN_FILE", "empty");
        assertThat(problems(""))
                .containsExactlyInAnyOrder(
                        "BELLWETHER_TELEGRAM_TOKEN_FILE: can't read the file " + home.resolve("missing")
                                + "; check its path and rights",
                        "BELLWETHER_DISCORD_TOKEN_FILE: the file " + home.resolve("empty")
                                + " is empty; put the secret into it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fronts: {telegram: {token: '1:a'}}",
                "fronts: {discord: {token: abc}}",
                "prices: {csv: {folder: bars}}",
                "prices: {order: [stooq]}",
                "feeds: [{url: 'https://example.com/feed'}]",
                "mode: live"
            })
    void a_token_or_a_named_source_of_data_makes_it_live(String yaml) throws Exception {
        assertThat(load(yaml).mode()).isEqualTo(Mode.LIVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "data: x", "mode: auto", "mode: sample\nprices: {order: [yahoo]}", "favourites: [JD]"})
    void it_stays_with_sample_data_otherwise(String yaml) throws Exception {
        assertThat(load(yaml).mode()).isEqualTo(Mode.SAMPLE);
    }

    @Test
    void paths_in_the_file_are_relative_to_the_file() throws Exception {
        Config config = load("data: ../kept\nprices: {csv: {folder: bars}}");
        assertThat(config.data()).isEqualTo(home.resolve("kept"));
        assertThat(config.prices().csvFolder()).isEqualTo(home.resolve("config/bars"));
        assertThat(config.prices().order()).containsExactly("csv", "yahoo", "stooq");
    }

    @Test
    void a_feed_may_be_for_one_for_several_or_for_all() throws Exception {
        Config config = load("""
                feeds:
                  - {url: 'https://example.com/1', every: 90s, for: baba, language: de}
                  - {url: 'https://example.com/2', for: [BIDU, 9988.HK]}
                  - {url: 'https://example.com/3', for: all}
                """);
        assertThat(config.feeds())
                .extracting(feed -> feed.symbols())
                .containsExactly(Set.of("BABA"), Set.of("BIDU", "BABA"), Set.of());
        assertThat(config.feeds().getFirst().every()).isEqualTo(Duration.ofSeconds(90));
        assertThat(config.feeds().getFirst().language()).isEqualTo("de");
    }

    @Test
    void own_instruments_replace_the_defaults_and_favourites_follow() throws Exception {
        Config config = load("instruments: [{symbol: SAP.DE, name: SAP}, {symbol: JD}]");
        assertThat(config.instruments().all()).extracting(Instrument::symbol).containsExactly("SAP.DE", "JD");
        assertThat(config.instruments().find("SAP.DE").orElseThrow().primary().currency())
                .isEqualTo("EUR");
        assertThat(config.favourites()).containsExactly("JD");
    }
}
