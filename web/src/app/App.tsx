import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { ConfigProvider } from "antd";
import type { Locale } from "antd/es/locale";
import viVN from "antd/locale/vi_VN";
import { Suspense, useEffect, useLayoutEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { RouterProvider } from "react-router";
import { NetworkLost } from "@/shared/api/problem";
import { onSessionOver } from "@/shared/api/transport";
import { sessionQuery } from "@/shared/session/useSession";
import { Loading } from "@/shared/ui/Loading";
import { router } from "./router";
import { themeOf, useAppearance, writeVariables } from "./theme";

const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 10_000, retry: (count, fault) => fault instanceof NetworkLost && count < 5 },
    mutations: { networkMode: "always" },
  },
});

// Who is signed in decides what every page shows: asked for before the first of them is there.
void queries.prefetchQuery(sessionQuery);

export function App() {
  const locale = useLocale();
  const appearance = useAppearance();
  useEffect(() => onSessionOver(() => void queries.invalidateQueries({ queryKey: sessionQuery.queryKey })), []);
  useLayoutEffect(() => {
    writeVariables(themeOf(appearance));
    document.documentElement.dataset.appearance = appearance;
    document.documentElement.style.colorScheme = appearance;
  }, [appearance]);
  return (
    <ConfigProvider locale={locale} theme={themeOf(appearance)} componentSize="middle">
      <QueryClientProvider client={queries}>
        <Suspense fallback={<Loading />}>
          <RouterProvider router={router} />
        </Suspense>
      </QueryClientProvider>
    </ConfigProvider>
  );
}

/** The components' own words; English ones are loaded only when they are wanted. */
function useLocale(): Locale {
  const { i18n } = useTranslation();
  const [english, setEnglish] = useState<Locale>();
  useEffect(() => {
    if (i18n.language === "en") void import("antd/locale/en_US").then((file) => setEnglish(file.default));
  }, [i18n.language]);
  return i18n.language === "en" ? (english ?? viVN) : viVN;
}
