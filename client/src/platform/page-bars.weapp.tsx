/** WeChat draws both bars, so neither they nor their styles are in its package. */
export const TabBar = (): null => null;
export const TitleBar = (): null => null;
