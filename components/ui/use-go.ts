"use client";

import { useRouter } from "next/navigation";

/** Tells the progress bar that a navigation has begun; links do so by themselves. */
export const announceNavigation = () => window.dispatchEvent(new Event("navigation-start"));

/** Goes to a page of the app from code, with the progress bar of a link. */
export function useGo() {
  const router = useRouter();
  return (href: string) => {
    announceNavigation();
    router.push(href);
  };
}
