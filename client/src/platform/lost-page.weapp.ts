/** WeChat itself refuses to open a page that it cannot fetch. */
export const whenPageIsLost = (): void => undefined;

export const addressBack = (): void => undefined;
