import { createTypeScriptImportResolver } from "eslint-import-resolver-typescript";
import importX from "eslint-plugin-import-x";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";
import { readdirSync } from "node:fs";

const features = readdirSync("src/features");

export default tseslint.config(
  { ignores: ["dist", "src/api/generated", "node_modules"] },
  ...tseslint.configs.strict,
  jsxA11y.flatConfigs.recommended,
  reactHooks.configs.flat.recommended,
  {
    plugins: { "import-x": importX },
    settings: { "import-x/resolver-next": [createTypeScriptImportResolver()] },
    rules: {
      "no-restricted-imports": ["error", { patterns: [{ group: ["../../*"], message: "Write @/… across folders." }] }],
      // app → features → shared → api; no feature imports another.
      "import-x/no-restricted-paths": [
        "error",
        {
          zones: [
            { target: "./src/features", from: "./src/app" },
            { target: "./src/shared", from: ["./src/app", "./src/features"] },
            { target: "./src/api", from: ["./src/app", "./src/features", "./src/shared"] },
            ...features.map((feature) => ({
              target: `./src/features/${feature}`,
              from: "./src/features",
              except: [`./${feature}`],
            })),
          ],
        },
      ],
    },
  },
);
