import "./scroll-region.css";
import type { ComponentChildren } from "preact";

export type ScrollRegionProps = (
  | { readonly label: string; readonly labelledBy?: undefined }
  | { readonly label?: undefined; readonly labelledBy: string }
) & {
  /** Whether it runs to the edges of the page, as what is wider than a phone should. */
  readonly isWide?: boolean;
  readonly children: ComponentChildren;
};

/** What scrolls sideways where the page is narrow, within reach of the keyboard. */
export function ScrollRegion({ label, labelledBy, isWide = false, children }: ScrollRegionProps) {
  return (
    <section
      class={isWide ? "scroll-region is-wide" : "scroll-region"}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={label}
      aria-labelledby={labelledBy}
    >
      {children}
    </section>
  );
}
