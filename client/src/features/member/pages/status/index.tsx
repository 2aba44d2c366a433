import { Screen } from '@/ui/screen';

export default function Page() {
  return <Screen title="审批进度">这一页正在准备</Screen>;
}
