import { request } from "./http";

/** `topic` is empty for callers who chose nothing in the menus. */
export interface Topic { topic: string; times: number; questions: { on: string; words: string }[] }
export interface Unanswered { days: number; topics: Topic[] }

export const unanswered = () => request<Unanswered>("GET", "/api/scripts/unanswered");
