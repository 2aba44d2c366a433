const isPart = (reason: unknown): boolean =>
  reason instanceof Error && (reason.name === 'ChunkLoadError' || /^Loading (CSS )?chunk/.test(reason.message));

/**
 * Tells when a page's files do not come. In a browser the address changes first and the files follow, so Taro has
 * promised that the page is open and nobody hears of the failure.
 */
export function whenPageIsLost(tell: () => void): void {
  window.addEventListener('unhandledrejection', (rejection) => {
    if (!isPart(rejection.reason)) return;
    rejection.preventDefault();
    tell();
  });
}

/** The address is again that of the page one sees. */
export const addressBack = (): void => window.history.back();
