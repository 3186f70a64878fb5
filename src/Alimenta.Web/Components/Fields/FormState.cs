using System.Globalization;

namespace Alimenta.Web.Components.Fields;

/// <summary>One thing wrong with what was typed.</summary>
/// <param name="Field">The field, or empty when it is the whole form.</param>
/// <param name="Message">What is wrong and how to mend it.</param>
public sealed record FieldError(string Field, string Message);

/// <summary>What a person typed into a form, exactly as typed, and what is wrong with it. Nothing typed is ever lost because something else was wrong.</summary>
/// <remarks>Only fields that a page asks for by name are read, so a form cannot smuggle others in.</remarks>
public sealed class FormState
{
    private const int FirstYear = 1900;
    private const int LastYear = 2200;
    private static readonly Money MostAmount = Money.Of(999_999_999, 99);

    private readonly Dictionary<string, IReadOnlyList<string>> _texts = [];
    private readonly List<FieldError> _errors = [];

    private FormState(string name) => Name = name;

    /// <summary>The name of the form, unique on its page.</summary>
    public string Name { get; }

    /// <summary>Whether the form was sent with this request.</summary>
    public bool IsSent { get; private init; }

    /// <summary>The key of this form: made when the page is drawn, sent along, and the same when the button was pressed twice. A command takes it as its idempotency key.</summary>
    public string Key { get; private set; } = Guid.NewGuid().ToString("N");

    /// <summary>What its fields say by themselves.</summary>
    public FieldWords Words { get; private init; } = FieldWords.English;

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<FieldError> Errors => _errors;

    /// <summary>Whether nothing is wrong so far.</summary>
    public bool Ok => _errors.Count == 0;

    /// <summary>The files that were sent.</summary>
    public IFormFileCollection? Files { get; private init; }

    /// <summary>The form of a request: what was typed when this form was sent, and otherwise the values given.</summary>
    public static FormState Of(HttpContext http, string name, params IEnumerable<(string Field, string Value)> initially)
    {
        var sent = HttpMethods.IsPost(http.Request.Method) && http.Request.HasFormContentType && http.Request.Form["_handler"] == name;
        if (!sent)
        {
            var fresh = new FormState(name);
            foreach (var group in initially.GroupBy(i => i.Field)) fresh._texts[group.Key] = [.. group.Select(i => i.Value)];
            return fresh;
        }

        var state = new FormState(name) { IsSent = true, Files = http.Request.Form.Files };
        foreach (var (field, values) in http.Request.Form) state._texts[field] = [.. values.OfType<string>()];
        if (state.Text("form-key") is { Length: 32 } key && key.All(char.IsAsciiHexDigitLower)) state.Key = key;
        return state;
    }

    /// <summary>A form that holds texts which someone else has read.</summary>
    public static FormState Holding(string name, FieldWords words, IEnumerable<(string Field, string Value)> texts)
    {
        var state = new FormState(name) { Words = words };
        foreach (var group in texts.GroupBy(i => i.Field)) state._texts[group.Key] = [.. group.Select(i => i.Value)];
        return state;
    }

    /// <summary>The text of a field as typed; empty when there is none.</summary>
    public string Raw(string field) => _texts.TryGetValue(field, out var values) && values.Count > 0 ? values[0] : "";

    /// <summary>The text of a field without blanks around it.</summary>
    public string Text(string field) => Raw(field).Trim();

    /// <summary>All values of a field that may be chosen several times.</summary>
    public IReadOnlyList<string> All(string field) => _texts.GetValueOrDefault(field, []);

    /// <summary>Whether a box is ticked, or a choice made.</summary>
    public bool Has(string field, string value = "on") => All(field).Contains(value, StringComparer.Ordinal);

    /// <summary>The first thing wrong with a field, or empty.</summary>
    public string ErrorOf(string field) => _errors.FirstOrDefault(e => e.Field == field)?.Message ?? "";

    /// <summary>Says that something is wrong with a field.</summary>
    public void Error(string field, string message) => _errors.Add(new(field, message));

    /// <summary>Shows a refusal of the office beside its field, or above the form.</summary>
    public void Refuse(Refusal refusal) =>
        Error(refusal.Field, $"{refusal.What} {refusal.Remedy}{(refusal.Citation.Length > 0 ? $" ({refusal.Citation})" : "")}");

    /// <summary>The text of a field that must be filled in.</summary>
    /// <param name="field">Its name.</param>
    /// <param name="ask">What to do when it is empty: Enter the reason.</param>
    /// <param name="most">The most characters it takes.</param>
    public string Required(string field, string ask, int most = 200)
    {
        var text = Text(field);
        if (text.Length == 0) Error(field, ask);
        else if (text.Length > most) Error(field, $"Shorten this to {most} characters. It has {text.Length}.");
        return text;
    }

    /// <summary>An amount that must be filled in.</summary>
    public Money Amount(string field, string ask)
    {
        var text = Text(field);
        if (Money.TryParse(text, out var amount)) return amount;
        Error(field, text.Length == 0 ? ask : WrongAmount(text));
        return Money.Zero;
    }

    /// <summary>A whole number of things. One too long to be read is the highest there is, so that whoever knows the limit names it.</summary>
    public int Count(string field, string ask)
    {
        var text = Text(field);
        if (text.Length > 0 && text.All(char.IsAsciiDigit)) return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : int.MaxValue;
        Error(field, ask);
        return 0;
    }

    /// <summary>What is wrong with a text that is no amount: below nothing, too much, or not written as one.</summary>
    private static string WrongAmount(string text)
    {
        var bare = text.Replace("$", "", StringComparison.Ordinal).TrimStart();
        if (bare.StartsWith('-') && Money.TryParse(bare[1..], out _)) return "An amount may not be negative.";
        return decimal.TryParse(bare, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var much) && much > MostAmount.Cents / 100m
            ? $"This amount is too large: the most is {MostAmount}."
            : "Write the amount in dollars and cents, such as 1,234.56.";
    }

    /// <summary>A date of three parts (<c>field-month</c>, <c>field-day</c>, <c>field-year</c>); null when all are empty or something is wrong with them.</summary>
    public DateOnly? Date(string field, string ask = "")
    {
        var (month, day, year) = (Text(field + "-month"), Text(field + "-day"), Text(field + "-year"));
        if (month.Length + day.Length + year.Length == 0)
        {
            if (ask.Length > 0) Error(field, ask);
            return null;
        }

        if (year.Length == 4 && Number(month) is >= 1 and <= 12 and var m && Number(year) is >= 1 and var y && Number(day) is >= 1 and var d && d <= DateTime.DaysInMonth(y, m))
        {
            if (y is >= FirstYear and <= LastYear) return new(y, m, d);
            Error(field, string.Create(CultureInfo.InvariantCulture, $"The year {y} cannot be meant. Enter a year from {FirstYear} to {LastYear}."));
            return null;
        }

        Error(field, "There is no such day. Write month, day and a year of four digits, such as 11 20 2026.");
        return null;
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
