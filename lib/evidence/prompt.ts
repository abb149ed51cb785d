/** Where a terminal shows a command: `$ curl …`, `root@host:~# grep …`. */
export const PROMPT =
  /^ {0,4}(?:\(\w[\w.-]{0,40}\) )?(?:\[?[\w.-]{1,60}@[\w.-]{1,80}[^$#%❯\n]{0,100}[$#%❯]|[$%❯➜]) {1,4}(?!Total)\S/;
