import { Screen } from '@/ui/screen';

export default function Page() {
  return (
    <Screen title="待办审批" staff>
      这一页正在准备
    </Screen>
  );
}
