import { useState } from "react";
import type { BesideAgents, FloorUpdate, OnTheFloor } from "./duty";
import { useStream } from "./useStream";

export interface Floor { agents: ReadonlyMap<string, OnTheFloor>; beside: BesideAgents }

/** What there is after one more message: of agents only those who changed come again, each in the place they had. */
export function after(floor: Floor | null, update: FloorUpdate): Floor {
  const agents = new Map(update.reset ? [] : floor?.agents);
  update.gone.forEach((user) => agents.delete(user));
  update.agents.forEach((agent) => agents.set(agent.user, agent));
  return { agents, beside: update };
}

/** Everyone who takes calls and everyone who waits, kept up by a feed that tells of changes. */
export function useFloor(): { floor: Floor | null; connected: boolean } {
  const [floor, setFloor] = useState<Floor | null>(null);
  const connected = useStream("/api/supervisor/floor/feed", (update) => setFloor((was) => after(was, update as FloorUpdate)));
  return { floor, connected };
}
