import "./drop-zone.css";
import { useEffect, useState } from "preact/hooks";
import { useApp, useWords } from "../app-context.ts";
import { readTextFile } from "./read-text-file.ts";

/** Opens a plan file, or a plan and its history table, dropped anywhere on the page. */
export function DropZone() {
  const { t } = useWords();
  const app = useApp();
  const [isOver, setOver] = useState(false);

  useEffect(() => {
    const hover = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes("Files") !== true) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = async (event: DragEvent) => {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      setOver(false);
      await app.openFiles(await Promise.all(files.map(readTextFile)));
    };
    document.addEventListener("dragover", hover);
    document.addEventListener("dragleave", leave);
    document.addEventListener("drop", drop);
    return () => {
      document.removeEventListener("dragover", hover);
      document.removeEventListener("dragleave", leave);
      document.removeEventListener("drop", drop);
    };
  }, [app]);

  return isOver ? <div class="drop-zone">{t.plan.drop}</div> : null;
}
