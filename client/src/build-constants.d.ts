// Fixed when the client is built: config/index.ts.

/** True only in the H5 build that shows demonstration identities. */
declare const EMULATOR: boolean;
/** Where H5 sends its questions; empty for the place it came from. */
declare const API_BASE: string;
declare const CLOUD_ENV: string;
declare const CLIENT_VERSION: string;
