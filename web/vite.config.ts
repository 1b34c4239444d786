import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// CHAMDIEM_ORIGIN: a running platform that `npm run dev` passes the calls to.
const platform = process.env.CHAMDIEM_ORIGIN ?? "http://127.0.0.1:8000";

export default defineConfig({
  plugins: [react()],
  resolve: { tsconfigPaths: true },
  build: {
    target: "es2022",
    outDir: "dist",
    manifest: true,
    // Vite's preloading helper writes no inline script, so that the pages do without `unsafe-inline`.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  server: { proxy: { "/api": platform, "/auth": platform } },
  test: { environment: "jsdom", include: ["src/**/*.test.{ts,tsx}"], setupFiles: ["src/testing/setup.ts"], css: false },
});
