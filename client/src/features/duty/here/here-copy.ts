export const herePhrases = {
  title: '这里的志愿者',
  about: '谁在坐班，谢谢谁，您也可以来帮忙',
  sittings: '谁来坐班',
  sitting: (title: string, who: string | null) => (who === null ? title : `${title}：${who}`),
  thanks: '感谢这些志愿者',
  month: (month: string) => `${Number(month.slice(5))}月在这里值过班`,
  names: (names: readonly string[], others: number) =>
    names.length === 0 ? `${others} 位志愿者` : names.join('、') + (others > 0 ? `，还有 ${others} 位` : ''),
  noThanks: '上个月还没有人在这里值班',
  volunteer: '我想来值班',
  volunteerAbout: '一次三四个小时，哪天有空领哪天的班',
  steward: '我来当管家',
  stewardAbout: '常路过这里，顺手看看缺什么、坏没坏',
} as const;
