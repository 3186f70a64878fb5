using System.Globalization;
using System.Text.Json;

namespace Alimenta.Testing;

/// <summary>Changes packed lines of entries as a person with the password could, told as SQL on rows.</summary>
public static class LooseLines
{
    private const string Columns = "entry_id, line_no, account, cents, month, obligation_id, case_id, obligor_id, person_id, receipt_id";

    /// <summary>Runs statements in which journal_line may be changed: its lines are rows until they are packed again. The guards must be down.</summary>
    /// <returns>How many rows the statements changed.</returns>
    public static int ExecuteOnLines(this TestDatabase database, string sql)
    {
        if (!sql.Contains("journal_line", StringComparison.Ordinal)) return database.Execute(sql);
        database.Execute($"create table loose_line as select {Columns} from journal_line");
        var changed = database.Execute(sql.Replace("journal_line", "loose_line", StringComparison.Ordinal));
        using var connection = database.Store.Engine.Connect();
        connection.Open();
        var packed = new Dictionary<long, List<object[]>>();
        using (var command = connection.CreateCommand())
        {
            command.CommandText = $"select {Columns} from loose_line order by entry_id, line_no";
            using var rows = command.ExecuteReader();
            while (rows.Read())
            {
                var entry = Convert.ToInt64(rows.GetValue(0), CultureInfo.InvariantCulture);
                if (!packed.TryGetValue(entry, out var lines)) packed.Add(entry, lines = []);
                lines.Add([.. Enumerable.Range(2, 8).Select(i => rows.IsDBNull(i) ? 0L : rows.GetValue(i))]);
            }
        }

        database.Execute("update journal_entry set lines = '[]'");
        foreach (var (entry, lines) in packed)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "update journal_entry set lines = @lines where id = @id";
            foreach (var (name, value) in ((string, object)[])[("@lines", JsonSerializer.Serialize(lines)), ("@id", entry)])
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, value);
                command.Parameters.Add(parameter);
            }

            command.ExecuteNonQuery();
        }

        database.Execute("drop table loose_line");
        return changed;
    }
}
