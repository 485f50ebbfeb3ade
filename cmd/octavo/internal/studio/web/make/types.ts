// What the studio says of making; see make.go and jobs.go.
import type { Trouble } from "../problems/problem";

export interface MadeFile {
  name: string;
  bytes: number;
  about?: string;
  note?: string;
}

export interface Job {
  id: number;
  kind: string;
  title: string;
  state: "waiting" | "running" | "done" | "failed" | "cancelled";
  step?: string;
  done: number;
  steps: number;
  started: string;
  took: number;
  message?: string;
  result?: {
    summary?: string;
    files: MadeFile[];
    folder?: string;
    notes: string[];
    errors: number;
    warnings: number;
    problems: { key: string; problems: Trouble[]; more: { code: string; count: number }[] }[];
  };
}

export interface Option {
  id: string;
  name: string;
}

export interface Making {
  jobs: Job[];
  made: MadeFile[];
  folder: string;
  ready: boolean;
  profiles: string[];
  cover: boolean;
  readers: Option[];
  themes: Option[];
  kinds: Option[];
  audiences: Option[];
  services: Option[];
  sheets: string[];
  formats: string[];
  sizes: string[];
}

/** What is asked for; see makeRequest in make.go. */
export interface MakeRequest {
  kind: string;
  outputs?: string[];
  profiles?: string[];
  readers?: string[];
  formats?: string[];
  layout?: string;
  since?: boolean;
  themes?: string[];
  kinds?: string[];
  audiences?: string[];
  sheet?: string;
  service?: string;
  sizes?: string[];
}

/** Returns a size as people say it. */
export function size(bytes: number): string {
  return bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
