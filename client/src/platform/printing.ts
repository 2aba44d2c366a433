/** Whether the page can be put on paper from here. */
export const canPrint: boolean = true;

export const printPage = (): void => window.print();
