import { expect, it } from "vitest";
import { tableText } from "./paste";

it("turns a table of Word into lines with tabs", () => {
  const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><style>td{mso-x:1}</style><body>
    <p class=MsoNormal>Danh mục văn bản</p>
    <table><tr><td><p>STT</p></td><td><p>Số,\n ký hiệu</p></td></tr><tr><td>1</td><td>12/KH-SYT</td></tr></table></body></html>`;
  expect(tableText(word)).toBe("Danh mục văn bản\nSTT\tSố, ký hiệu\n1\t12/KH-SYT");
});

it("takes no script and no mark-up along", () => {
  const nasty = `<table><tr><td><b>a</b><script>alert(1)</script></td><td><img src=x onerror=alert(1)>b</td></tr></table>`;
  expect(tableText(nasty)).toBe("a\tb");
});

it("leaves other pastes to the browser", () => {
  expect(tableText("<p>một đoạn</p>")).toBeUndefined();
});
