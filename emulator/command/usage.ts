export const USAGE = `union-station-emulator：在本机运行云开发（CloudBase），云函数与 SDK 原样可用
union-station-emulator: a CloudBase on this machine, for unmodified functions and SDKs

在项目目录里直接运行即可，不必带参数；函数目录与设置取自 cloudbaserc.json、project.config.json，
否则用 cloudfunctions/ 或 functions/。
Run it in a project's folder; no flag is needed.

  --functions <dir>       云函数目录                        folder of the functions
  --data <file>           数据文件，默认 .local-cloud/data.sqlite  data file, or :memory:
  --port <n>              端口，默认 8787，0 为任意空闲端口    port; 0 takes any that is free
  --collections <file>    集合与索引：.json .js .ts，默认 database.json  collections and indexes
  --files <dir>           云存储的目录                       folder of the cloud storage
  --site <dir>            网页目录，在 / 提供                built web site, served at /
  --persona <id>=<openid> 可以扮演的人，可多次               somebody one can be; repeatable
  --env <KEY>=<VALUE>     环境变量，可多次                   variable of all functions; repeatable
  --env-file <file>       环境变量文件，可多次               file of such variables; repeatable
  --timeout <seconds>     未设置超时的函数用它，默认 3        time limit of functions that set none
  --isolation <how>       instances（默认，与云端一样各有实例）或 shared（同一进程，快）
  --timers, --no-timers   按时运行定时触发器（默认运行）      run timers by the clock, or do not
  --strict                没有索引可用的查询报错              refuse queries that no index serves
  --latency <ms>          每次数据库往返增加的毫秒数          added to each database request
  --help, --version
`;
