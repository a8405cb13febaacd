"""How quick the IVR is, beside the engine's plain dialplan on the same engine in the same run."""
