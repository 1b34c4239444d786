import { theme } from "antd";

/** Whether the dark appearance is on; for parts that antd does not paint. */
export function useIsDark(): boolean {
  const { token } = theme.useToken();
  return !/^#fff(fff)?$/i.test(token.colorBgContainer);
}
