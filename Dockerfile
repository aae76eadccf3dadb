# syntax=docker/dockerfile:1
# Build:  docker build -t bellwether .
# Run:    docker run -it -v bellwether:/data bellwether                    sample data and a prompt
#         docker run -d  -v bellwether:/data -v ./config:/app/config:ro \
#           -e BELLWETHER_TELEGRAM_TOKEN_FILE=/run/secrets/telegram bellwether

FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /build
COPY .mvn .mvn
COPY pom.xml ./
RUN mvn -q -B -Dquick dependency:go-offline
COPY src/main src/main
RUN mvn -q -B -Dquick package

FROM eclipse-temurin:25-jre
RUN useradd --system --create-home --uid 10001 bellwether && mkdir /data && chown bellwether /data
WORKDIR /app
COPY --from=build /build/target/quick/bellwether.jar ./
COPY --from=build /build/target/quick/lib lib
COPY config config
USER bellwether
ENV BELLWETHER_DATA=/data \
    JAVA_TOOL_OPTIONS="-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xms24m -Xlog:disable -Xlog:all=error:stderr -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8"
# The cache of loaded classes must be made by the very Java that uses it; it halves the start.
RUN BELLWETHER_DATA=/tmp/train java -XX:AOTCacheOutput=/home/bellwether/bellwether.aot -jar bellwether.jar train >/dev/null 2>&1 \
    ; rm -rf /tmp/train
VOLUME /data
# Health is asked from inside: nothing needs to be published, and nothing is but by your own -p.
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s CMD \
    ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q 200"]
ENTRYPOINT ["java", "-XX:AOTCache=/home/bellwether/bellwether.aot", "-Dbellwether.home=/app", "-jar", "/app/bellwether.jar"]
