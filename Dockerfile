# One image for the API and the worker; docker-compose.yml says which of them runs.

# --- build: native modules (hnswlib-node) need Python and a C++ compiler, the image that runs does not -------------
FROM node:20-bookworm-slim AS build
RUN apt-get update \
  && apt-get install --yes --no-install-recommends python3 make g++ \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /app
# .npmrc too: without it onnxruntime-node downloads CUDA libraries.
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run --if-present build

# --- run ------------------------------------------------------------------------------------------------------------
FROM node:20-bookworm-slim
ENV NODE_ENV=production \
    SKILLGAP_HOME=/var/lib/skillgap \
    HOST=0.0.0.0 \
    PORT=3000
WORKDIR /app
COPY --from=build /app ./
# A new volume takes the owner of the folder it is mounted on.
RUN mkdir --parents /var/lib/skillgap && chown node:node /var/lib/skillgap
USER node
VOLUME /var/lib/skillgap
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((reply) => process.exit(reply.ok ? 0 : 1), () => process.exit(1))"]
CMD ["npm", "start"]
