import type { KeyboardEvent } from "react";

/** Up and down among the buttons of a list and the field above it; Enter in the field goes to the first. Whatever is on the
 * list is chosen by its own button, so that nothing is read out by a slip. */
export function moveByArrows(event: KeyboardEvent<HTMLElement>, field: HTMLElement | null, list: HTMLElement | null): void {
  const buttons = [...(list?.querySelectorAll("button") ?? [])];
  const at = buttons.findIndex((button) => button === document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Enter: at === -1 ? 0 : undefined }[event.key];
  if (to === undefined || to >= buttons.length || (at === -1 && to < 0)) return;
  event.preventDefault();
  (buttons[to] ?? field)?.focus();
}
