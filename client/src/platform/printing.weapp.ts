export const canPrint: boolean = false;

export const printPage = (): void => undefined;
