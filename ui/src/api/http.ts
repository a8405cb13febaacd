import type { Sentence } from "./sentence";

/** The center did not do what it was asked. The message is its sentence in English; without one it was not the center that answered. */
export class Refused extends Error {
  constructor(
    readonly status: number, readonly code: string, readonly sentence: Sentence | null, message = "",
    /** What is wrong of each field of a form. */
    readonly fields: Record<string, Sentence> = {},
  ) {
    super(message);
  }
}

let tellSignedOut = (): void => undefined;

/** Told of every answer that nobody is signed in, or not any more. */
export function onSignedOut(tell: () => void): void {
  tellSignedOut = tell;
}

type Method = "GET" | "POST" | "DELETE";

export async function request<T>(method: Method, path: string, body?: unknown, extra: Record<string, string> = {}): Promise<T> {
  const headers: Record<string, string> = { Accept: "application/json", ...extra };
  if (method !== "GET") headers["X-Tierline"] = "1";
  if (body !== undefined) headers["Content-Type"] = "application/json";
  const answer = await fetch(path, { method, headers, body: body === undefined ? null : JSON.stringify(body) });
  const text = await answer.text();
  const data: unknown = text ? parsed(text) : null;
  if (answer.status === 401) tellSignedOut();
  if (!answer.ok) throw refusal(answer.status, data);
  return data as T;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // a proxy's error page is no answer of ours
  }
}

export function refusal(status: number, data: unknown): Refused {
  const { error, code, sentence, fields } = (data ?? {}) as {
    error?: string; code?: string; sentence?: Sentence; fields?: Record<string, Sentence>;
  };
  return new Refused(status, code ?? "away", sentence ?? null, error, fields);
}
