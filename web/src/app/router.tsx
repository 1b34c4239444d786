import { createBrowserRouter } from "react-router";
import { Loading } from "@/shared/ui/Loading";
import { AccountGate } from "./AccountGate";
import { Broken, NotFound } from "./Broken";
import { ACCOUNT_PAGES, PUBLIC_PAGES } from "./routes";
import { Shell } from "./Shell";

export const router = createBrowserRouter([
  {
    element: <Shell />,
    hydrateFallbackElement: <Loading />,
    errorElement: <Broken />,
    children: [
      {
        errorElement: <Broken />,
        children: [
          { index: true, lazy: async () => ({ Component: (await import("@/features/overview/StartPage")).default }) },
          {
            path: "account",
            lazy: async () => ({ Component: (await import("@/features/session/ChooseAccountPage")).default }),
          },
          {
            lazy: async () => ({ Component: (await import("./PagesThatTell")).PagesThatTell }),
            children: [...PUBLIC_PAGES, { element: <AccountGate />, children: ACCOUNT_PAGES }],
          },
          { path: "*", element: <NotFound /> },
        ],
      },
    ],
  },
]);
