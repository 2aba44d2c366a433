// Fixed when the client is built: config/index.ts.

/** True only in the H5 build that shows demonstration identities. */
declare const EMULATOR: boolean;
/** Where H5 sends its questions; empty for the place it came from. */
declare const API_BASE: string;
declare const CLOUD_ENV: string;
declare const CLIENT_VERSION: string;
/** Map tiles on H5, e.g. `https://…/{z}/{x}/{y}`, drawn in GCJ-02; empty for a plain ground and no such calls. */
declare const TILE_URL: string;
/** Whose tiles they are, as their owner wants to be named. */
declare const TILE_ATTRIBUTION: string;
