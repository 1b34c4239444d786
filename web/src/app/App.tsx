import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { App as AntApp, ConfigProvider } from "antd";
import enUS from "antd/locale/en_US";
import viVN from "antd/locale/vi_VN";
import { Suspense, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { RouterProvider } from "react-router";
import { NetworkLost } from "@/shared/api/problem";
import { onSessionOver } from "@/shared/api/transport";
import { sessionQuery } from "@/shared/session/useSession";
import { Loading } from "@/shared/ui/Loading";
import { router } from "./router";
import { themeOf, useAppearance } from "./theme";

const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 10_000, retry: (count, fault) => fault instanceof NetworkLost && count < 5 },
    mutations: { networkMode: "always" },
  },
});

export function App() {
  const { i18n } = useTranslation();
  const appearance = useAppearance();
  useEffect(() => onSessionOver(() => void queries.invalidateQueries({ queryKey: sessionQuery.queryKey })), []);
  useEffect(() => {
    document.documentElement.dataset.appearance = appearance;
    document.documentElement.style.colorScheme = appearance;
  }, [appearance]);
  return (
    <ConfigProvider locale={i18n.language === "en" ? enUS : viVN} theme={themeOf(appearance)} componentSize="middle">
      <AntApp component={false}>
        <QueryClientProvider client={queries}>
          <Suspense fallback={<Loading />}>
            <RouterProvider router={router} />
          </Suspense>
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  );
}
