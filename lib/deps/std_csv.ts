export { CsvParseStream } from "jsr:@std/csv@^1.0.6";
