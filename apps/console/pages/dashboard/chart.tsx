/** Draws with ECharts, of which only what is used is taken; loaded when the first chart is shown. */
import { useComputedColorScheme } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { chartOptions } from './chart-options.ts';
import type { Drawing, Target } from './dashboard-facts.ts';

use([BarChart, LineChart, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

interface Props {
  drawing: Drawing;
  label: string;
  onOpen: (target: Target) => void;
  height?: number;
}

/** What it says stands in its label and in the table beside it. */
export function Chart({ drawing, label, onOpen, height = 260 }: Props) {
  const { n } = useI18n();
  const scheme = useComputedColorScheme('light');
  const still = useReducedMotion();
  const frame = useRef<HTMLDivElement>(null);
  const open = useRef(onOpen);
  open.current = onOpen;
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const style = getComputedStyle(document.documentElement);
    const color = (token: string) => style.getPropertyValue(`--${token}`).trim();
    const chart = init(element, null, { renderer: 'svg' });
    chart.setOption(chartOptions(drawing, { color, font: getComputedStyle(element).fontFamily, still, format: n }));
    chart.on('click', ({ dataIndex }) => {
      const target = drawing.targets?.[dataIndex ?? -1];
      if (target) open.current(target);
    });
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(element);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
    // The scheme changes what the tokens resolve to.
  }, [drawing, scheme, still, n]);
  return <div ref={frame} role="img" aria-label={label} style={{ height }} />;
}
