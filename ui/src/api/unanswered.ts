import { request } from "./http";

/** `topic` is empty for callers who chose nothing in the menus. `since`: after the scripts of the topic last `changed`. */
export interface Topic { topic: string; times: number; since: number; changed: string | null; questions: { on: string; words: string }[] }
export interface Unanswered { days: number; topics: Topic[] }

export const unanswered = () => request<Unanswered>("GET", "/api/scripts/unanswered");
