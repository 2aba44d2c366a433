import { runCommand } from './command/run-command';

void runCommand(process.argv.slice(2));
