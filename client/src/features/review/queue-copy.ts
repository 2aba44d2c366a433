import type { ValueFor } from '@/use-question';

type BatchOutcome = ValueFor<'member.approveMany'>['outcomes'][number]['outcome'];

export const batchOutcomes = {
  approved: '已批准',
  'case-not-found': '没有找到，可能已按期限删除',
  'outside-your-unions': '不在您办理的工会范围内',
  'case-decided-already': '已由同事办理',
  'changed-meanwhile': '刚刚有变动，请打开核对',
  'own-application': '是您本人的申请，须由其他工会干事办理',
} as const satisfies Record<BatchOutcome, string>;

export const queueText = {
  title: '待办',
  views: '待办和已办',
  pending: '待办',
  decided: '已办',
  none: '没有待办',
  noneAbout: '新的申请和站点上等着办的事会出现在这里，最早到期的排在最前。',
  noneAction: '查看已办',
  noneDecided: '还没有已办',
  noneDecidedAbout: '办理过的申请会出现在这里。',
  noneDecidedAction: '查看待办',
  staffOnly: '这里供工会干事使用',
  staffOnlyAbout: '您没有这项权限，或者任期已满。需要开通，请联系所在工会。',
  staffOnlyAction: '回到首页',
  choose: '请在左边选择一件',
  chooseAbout: '最早到期的排在最前。',
  byPerson: '本人',
  facilityBroken: (name: string) => `${name}坏了`,
  movedUp: (times: number) => (times === 1 ? '下级到期移交' : `下级到期移交，已移交${times}次`),
  batch: {
    start: '批量批准',
    stop: '不批量了',
    about: '勾选入会申请，一次最多20份。转会需要逐件办理。',
    approve: (count: number) => (count === 0 ? '批准所选申请' : `批准所选${count}份`),
    chooseFirst: '请先勾选要批准的申请',
    most: '一次最多勾选20份',
    ask: (count: number) => ({
      title: `批准${count}份入会申请？`,
      text: '批准表示这几份您都已核对：\n一、符合条件\n二、本人自愿\n三、手续完备\n批准后立即生成会员证号。',
      yes: `批准${count}份申请`,
      no: '返回核对',
    }),
    concluded: (count: number) => `已批准${count}份，每份的结果在列表上方`,
    done: '批量批准的结果',
    close: '收起结果',
  },
} as const;
