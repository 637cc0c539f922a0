import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useWords } from "../app-context.ts";
import { Notice } from "./notice.tsx";
import { Skeleton } from "./skeleton.tsx";

/**
 * A component whose code loads when it is first shown; a failed load offers another try.
 * @param load asked once, and again after a failure
 * @param isQuiet whether nothing stands in its place while it loads
 */
export function lazyComponent<P extends object>(
  load: () => Promise<ComponentType<P>>,
  isQuiet = false,
): (props: P) => preact.JSX.Element | null {
  let loaded: ComponentType<P> | undefined;
  return function LazyComponent(props: P) {
    const { t } = useWords();
    const [state, setState] = useState<{
      readonly component?: ComponentType<P>;
      readonly failed?: true;
    }>(loaded === undefined ? {} : { component: loaded });
    const isWaiting = state.component === undefined && state.failed === undefined;
    useEffect(() => {
      if (!isWaiting) return;
      let isHere = true;
      load().then(
        (component) => {
          loaded = component;
          if (isHere) setState({ component });
        },
        () => {
          if (isHere) setState({ failed: true });
        },
      );
      return () => {
        isHere = false;
      };
    }, [isWaiting]);
    if (state.component !== undefined) {
      const Component = state.component;
      return <Component {...props} />;
    }
    if (state.failed === true) {
      return (
        <Notice
          title={t.failure.page}
          tone="warning"
          isAlert
          actions={
            <button type="button" class="button button-strong" onClick={() => setState({})}>
              {t.failure.retry}
            </button>
          }
        >
          <p>{t.failure.readerBody}</p>
        </Notice>
      );
    }
    return isQuiet ? null : <Skeleton />;
  };
}
