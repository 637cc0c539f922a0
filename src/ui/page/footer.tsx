import "./footer.css";
import { useWords } from "../app-context.ts";

/** What the numbers are and are not. */
export function Footer() {
  const { t } = useWords();
  return (
    <footer class="footer quiet">
      <p>{t.footer.note}</p>
      <p>{t.footer.local}</p>
    </footer>
  );
}
