import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const uswds = here("node_modules/@uswds/uswds/");
const center = `http://127.0.0.1:${process.env.TIERLINE_PORT ?? "8080"}`;

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { "@uswds-dist": `${uswds}dist` } },
  // Only the components named in the stylesheet are compiled, and USWDS's own deprecation notes are not ours to fix.
  css: { preprocessorOptions: { scss: { loadPaths: [here("src/styles/instead"), `${uswds}packages`], quietDeps: true } } },
  // `npm run dev` beside a running center, whose port is TIERLINE_PORT.
  server: { proxy: { "/api": center, "/health": center } },
  build: { chunkSizeWarningLimit: 900 },
});
