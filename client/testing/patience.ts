import { configure } from '@testing-library/react';

/** What comes to be seen is waited for, however slow the machine; a test that waits in vain ends all the same. */
configure({ asyncUtilTimeout: 30_000 });
