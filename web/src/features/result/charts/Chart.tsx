import { BarChart, LineChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use as register, type EChartsType } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { Button } from "antd";
import { useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { saveAs } from "@/shared/api/download";
import type { Option } from "./options";

register([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, AriaComponent, CanvasRenderer]);

/** A chart that can be saved as a picture, with the same numbers as a table below it. */
export function Chart({
  title,
  option,
  ground,
  height = 320,
  children,
}: {
  title: string;
  option: Option;
  /** Background of the saved picture. */
  ground: string;
  height?: number;
  children: ReactNode;
}) {
  const { t } = useTranslation("result");
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(null);
  useEffect(() => {
    if (place.current === null) return;
    const drawn = init(place.current);
    chart.current = drawn;
    const watching = new ResizeObserver(() => drawn.resize());
    watching.observe(place.current);
    return () => {
      watching.disconnect();
      drawn.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    chart.current?.setOption(option, true);
  }, [option]);
  const save = () =>
    chart.current
      ?.renderToCanvas({ pixelRatio: 2, backgroundColor: ground })
      .toBlob((picture) => picture !== null && saveAs(picture, `${title}.png`));
  return (
    <figure className="result-chart">
      <figcaption>
        {title}
        <Button size="small" onClick={save}>
          {t("chart.save")}
        </Button>
      </figcaption>
      <div ref={place} role="img" aria-label={title} style={{ blockSize: height }} />
      <details>
        <summary>{t("chart.table")}</summary>
        {children}
      </details>
    </figure>
  );
}
