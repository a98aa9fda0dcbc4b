/**
 * Web servers of Debian as they are installed: the configuration that comes with the package, read where it lies. Only where
 * it listens, what it serves and where it writes is changed, since it runs beside whatever else the machine serves.
 */
import { readFile } from 'node:fs/promises'

export interface Place {
  /** For its configuration, logs and temporary files. */
  readonly folder: string
  /** What it serves. */
  readonly root: string
  readonly port: number
}

export interface Configuration {
  /** Names below the folder, and their text. */
  readonly files: Readonly<Record<string, string>>
  readonly arguments: readonly string[]
  readonly environment: Readonly<Record<string, string>>
}

export interface StockServer {
  readonly name: string
  /** In `/usr/sbin`. */
  readonly program: string
  readonly configure: (place: Place) => Promise<Configuration>
}

/** The file that says that it listens: each of them writes its own process id there, its sockets being open. */
export const pidFile = 'server.pid'

/** What stands in the stock configuration, and what stands there instead. */
type Change = readonly [found: string, instead: string]

/** @throws Error where the installed configuration is not the one that is expected: then the server is not a stock one */
async function change(file: string, changes: readonly Change[]): Promise<string> {
  const stock = await readFile(file, 'utf8')
  return changes.reduce((text, [found, instead]) => {
    if (!text.includes(found)) throw new Error(`${file} is not the stock one: no "${found}"`)
    return text.replaceAll(found, instead)
  }, stock)
}

const nginx: StockServer = {
  name: 'nginx',
  program: 'nginx',
  async configure({ folder, root, port }) {
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
      .map((name) => `${name}_temp_path ${folder}/temporary;`)
      .join(' ')
    const main = await change('/etc/nginx/nginx.conf', [
      ['pid /run/nginx.pid;', `pid ${folder}/${pidFile};`],
      ['/var/log/nginx', folder],
      ['include /etc/nginx/modules-enabled/*.conf;', ''],
      ['include /etc/nginx/conf.d/*.conf;', temporary],
      ['/etc/nginx/sites-enabled/*', `${folder}/site.conf`],
    ])
    const site = await change('/etc/nginx/sites-available/default', [
      ['\tlisten 80 default_server;', `\tlisten 127.0.0.1:${port} default_server;`],
      ['\tlisten [::]:80 default_server;', ''],
      ['\troot /var/www/html;', `\troot ${root};`],
    ])
    return {
      files: { 'nginx.conf': main, 'site.conf': site },
      arguments: ['-c', `${folder}/nginx.conf`, '-e', `${folder}/error.log`, '-g', 'daemon off;'],
      environment: {},
    }
  },
}

const apache: StockServer = {
  name: 'Apache',
  program: 'apache2',
  async configure({ folder, root, port }) {
    const main = await change('/etc/apache2/apache2.conf', [
      ['Include ports.conf', `Listen 127.0.0.1:${port}`],
      ['<Directory /var/www/>', `<Directory ${root}/>`],
      ['IncludeOptional sites-enabled/*.conf', `Include ${folder}/site.conf`],
    ])
    const site = await change('/etc/apache2/sites-available/000-default.conf', [
      ['<VirtualHost *:80>', `<VirtualHost *:${port}>`],
      ['DocumentRoot /var/www/html', `DocumentRoot ${root}`],
    ])
    return {
      files: { 'apache2.conf': main, 'site.conf': site },
      arguments: ['-d', '/etc/apache2', '-f', `${folder}/apache2.conf`, '-D', 'FOREGROUND'],
      // What /etc/apache2/envvars sets, with other folders.
      environment: {
        APACHE_RUN_USER: 'www-data',
        APACHE_RUN_GROUP: 'www-data',
        APACHE_PID_FILE: `${folder}/${pidFile}`,
        APACHE_RUN_DIR: folder,
        APACHE_LOCK_DIR: folder,
        APACHE_LOG_DIR: folder,
        LANG: 'C',
      },
    }
  },
}

const lighttpd: StockServer = {
  name: 'lighttpd',
  program: 'lighttpd',
  async configure({ folder, root, port }) {
    const main = await change('/etc/lighttpd/lighttpd.conf', [
      ['"/var/www/html"', `"${root}"`],
      ['"/var/cache/lighttpd/uploads"', `"${folder}"`],
      ['"/var/log/lighttpd/error.log"', `"${folder}/error.log"`],
      ['"/run/lighttpd.pid"', `"${folder}/${pidFile}"`],
      ['= 80\n', `= ${port}\nserver.bind = "127.0.0.1"\n`],
      ['include_shell "/usr/share/lighttpd/use-ipv6.pl " + server.port\n', ''],
    ])
    return {
      files: { 'lighttpd.conf': main },
      arguments: ['-D', '-f', `${folder}/lighttpd.conf`],
      environment: {},
    }
  },
}

export const stockServers: readonly StockServer[] = [nginx, apache, lighttpd]
