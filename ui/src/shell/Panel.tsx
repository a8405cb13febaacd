import { useId, type ReactNode } from "react";

interface Props { title: string; aside?: ReactNode; className?: string; children: ReactNode }

/** A named region of a page, with its heading. */
export function Panel({ title, aside, className = "", children }: Props) {
  const id = useId();
  return (
    <section className={`panel ${className}`} aria-labelledby={id}>
      <div className="panel__head"><h2 id={id}>{title}</h2>{aside}</div>
      {children}
    </section>
  );
}
