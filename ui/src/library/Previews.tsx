import type { Preview } from "../api/library";
import { useWords } from "../i18n/Words";

/** As an agent would read it aloud, with the facts of an invented case. */
export function Previews({ previews }: { previews: Preview[] }) {
  const { t, named } = useWords();
  if (previews.length === 0) return <p className="muted">{t("reads.none")}</p>;
  return (
    <>
      <p className="muted">{t("preview.about")}</p>
      {previews.map(({ language, step, text }) => (
        <figure key={`${language}/${step}`} className="preview">
          <figcaption className="muted">{[named("language", language), step].filter(Boolean).join(", ")}</figcaption>
          <blockquote lang={language}>{text}</blockquote>
        </figure>
      ))}
    </>
  );
}
