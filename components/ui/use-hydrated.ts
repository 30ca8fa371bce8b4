"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Whether the page hears what is typed and tapped; false while it is only what the server drew. */
export const useHydrated = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
