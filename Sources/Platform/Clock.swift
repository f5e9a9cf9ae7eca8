import Glibc

/// The clocks of the machine; datasets never depend on them.
public enum Clock {
  /// Lets the local zone be looked up once; to be called before any thread starts.
  ///
  /// Where nothing names the zone, the C library looks at its file again for each time that it
  /// converts, and the library that reads archives has it convert one for each entry.
  ///
  /// The corresponding C function is `setenv`.
  public static func settleZone() { unsafe setenv("TZ", ":/etc/localtime", 0) }

  /// Now in UTC, as RFC 3339 with milliseconds.
  ///
  /// The corresponding C functions are `clock_gettime` and `gmtime_r`.
  public static var now: String {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    var parts = unsafe tm()
    unsafe gmtime_r(&time.tv_sec, &parts)
    func padded(_ number: some BinaryInteger, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let year = unsafe padded(parts.tm_year + 1900, 4)
    let month = unsafe padded(parts.tm_mon + 1, 2)
    let day = unsafe padded(parts.tm_mday, 2)
    let hour = unsafe padded(parts.tm_hour, 2)
    let minute = unsafe padded(parts.tm_min, 2)
    let second = unsafe padded(parts.tm_sec, 2)
    let millisecond = padded(time.tv_nsec / 1_000_000, 3)
    return "\(year)-\(month)-\(day)T\(hour):\(minute):\(second).\(millisecond)Z"
  }

  /// Today's day in UTC, as `2022-06-03`.
  public static var today: String { String(now.prefix(10)) }

  /// Seconds since 1970 in UTC.
  ///
  /// The corresponding C function is `time`.
  public static var seconds: Int { time(nil) }

  /// Nanoseconds since 1970 in UTC, as file systems count them.
  ///
  /// The corresponding C function is `clock_gettime`.
  public static var nanoseconds: Int64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }

  /// Milliseconds of a clock that never jumps.
  ///
  /// The corresponding C function is `clock_gettime`.
  public static var milliseconds: Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
