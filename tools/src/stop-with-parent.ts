/** Loaded into the API by `start` (node --import): the API drains and ends when the program that started it is gone. */
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
