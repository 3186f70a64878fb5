using System.Net;
using Alimenta.Office.Access;
using Alimenta.Testing;

namespace Alimenta.Web.Tests;

public sealed class FilesTests
{
    private const string Receive = "/files/receive";

    private static byte[] Bytes { get; } = PayrollFile.Of(Desk.Today, 'K', new Withheld("26-104-00000-0", "899990777", "NOBODY", Money.Of(77)));

    [Fact]
    public async Task A_file_is_taken_in_once_and_tells_what_became_of_each_entry()
    {
        await using var server = await Server.AtWorkAsync();
        var visitor = await server.VisitAsync(Roles.Accounting);
        var posted = await visitor.UploadAsync(Receive, await visitor.FormAsync(Receive, "receive"), "C:\\payroll\\KELSO.ach", Bytes);
        Assert.Equal(HttpStatusCode.Redirect, posted.StatusCode);
        var page = await visitor.ReadAsync(posted.Headers.Location!.ToString());
        foreach (var part in (string[])["<h1>KELSO.ach", "1 receipt of $77.00 posted", "1 payment waits until someone says whose it is", "difference $0.00", "M. Lindqvist"]) Assert.Contains(part, page, StringComparison.Ordinal);
        var again = await visitor.UploadAsync(Receive, await visitor.FormAsync(Receive, "receive"), "other-name.ach", Bytes);
        var said = await visitor.ReadAsync(again.Headers.Location!.ToString());
        Assert.Contains("This file came before", said, StringComparison.Ordinal);
        Assert.Contains("KELSO.ach", said, StringComparison.Ordinal);
        Assert.Equal(1L, server.Number("select count(*) from receipt where amount = 7700 and status = 'unidentified'"));
    }

    [Fact]
    public async Task A_damaged_file_posts_nothing_and_says_line_column_and_remedy()
    {
        await using var server = await Server.AtWorkAsync();
        var before = server.Number("select count(*) from receipt");
        var visitor = await server.VisitAsync(Roles.Accounting);
        var answer = await visitor.UploadAsync(Receive, await visitor.FormAsync(Receive, "receive"), "damaged.ach", WorkedCounty.Damage(Bytes));
        var page = await visitor.ReadAsync(answer.Headers.Location!.ToString());
        foreach (var part in (string[])["Refused: nothing of this file was posted", ">Line<", ">Column<", ">What to do<"]) Assert.Matches(part.Replace(">", ">\\s*", StringComparison.Ordinal).Replace("<", "\\s*<", StringComparison.Ordinal), page);
        Assert.Equal(before, server.Number("select count(*) from receipt"));
    }

    [Fact]
    public async Task No_file_an_empty_one_and_one_that_is_too_large_are_asked_for_again()
    {
        await using var server = await Server.StartAsync(new() { LargestUpload = 1024 * 1024 }, database: await WorkedCounty.CopyAsync());
        var visitor = await server.VisitAsync(Roles.Accounting);
        var form = await visitor.FormAsync(Receive, "receive");
        Assert.Contains("Choose the file.", await Text(await visitor.UploadAsync(Receive, form, "", [])), StringComparison.Ordinal);
        Assert.Contains("This file is empty.", await Text(await visitor.UploadAsync(Receive, form, "empty.ach", [])), StringComparison.Ordinal);
        Assert.Contains("Refused: nothing of this file was posted", await visitor.ReadAsync((await visitor.UploadAsync(Receive, form, "picture.png", [0x89, 0x50, 0x4e, 0x47])).Headers.Location!.ToString()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_payments_is_released_once_by_another_person_who_enters_its_total()
    {
        await using var server = await Server.AtWorkAsync();
        var places = await WorkedCounty.PlacesAsync();
        var path = $"/files/out/{places.FileOut.Waiting}";
        var total = server.Number($"select amount from disbursement_file where id = {places.FileOut.Waiting}");
        var releaser = await server.VisitAsync(Roles.DisbursementReleaser);
        // The total is told by the control report of whoever makes files, and nowhere to the releaser before it is entered.
        var identity = server.Word($"select identity from disbursement_file where id = {places.FileOut.Waiting}");
        Assert.True(server.Number($"select count from disbursement_file where id = {places.FileOut.Waiting}") > 1);
        foreach (var place in (string[])[path, "/files/out", "/files/out.csv", "/money"])
        {
            var shown = await releaser.ReadAsync(place);
            Assert.DoesNotContain($"{new Money(total)}", shown, StringComparison.Ordinal);
            Assert.DoesNotContain(Desk.Typed(total).Replace(",", "", StringComparison.Ordinal), shown, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await releaser.GetAsync($"{path}/control")).StatusCode);
        var report = await (await server.VisitAsync(Roles.Accounting)).ReadAsync($"{path}/control");
        foreach (var part in (string[])[identity, $"{new Money(total)}", server.Word($"select content_key from disbursement_file where id = {places.FileOut.Waiting}"),
            server.Word($"select trace from disbursement where file_id = {places.FileOut.Waiting} order by id limit 1")]) Assert.Contains(part, report, StringComparison.Ordinal);
        Assert.Equal(1L, server.Recorded("disbursement.control"));
        await releaser.RefusedAsync(path, "release", "total", "Enter the total of the control report.", ("total", ""));
        await releaser.RefusedAsync(path, "release", "total", "Write the amount in dollars and cents", ("total", "12,x"));
        await releaser.RefusedAsync(path, "release", "total", "the file holds another total", ("total", Desk.Typed(total + 1)));
        Assert.Equal("created", server.Word($"select status from disbursement_file where id = {places.FileOut.Waiting}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await releaser.GetAsync($"{path}/content")).StatusCode);

        var old = await releaser.FormAsync(path, "release");
        var page = await releaser.DoneAsync(path, "release", ("total", Desk.Typed(total)));
        Assert.Contains("Released. The payments are on their way", page, StringComparison.Ordinal);
        Assert.Contains("Download for the bank", page, StringComparison.Ordinal);
        Assert.Contains($"{new Money(total)}", page, StringComparison.Ordinal);
        var content = await releaser.GetAsync($"{path}/content");
        Assert.Equal(HttpStatusCode.OK, content.StatusCode);
        Assert.Equal("attachment", content.Content.Headers.ContentDisposition!.DispositionType);

        var second = await Text(await releaser.PostAsync(path, [.. old.Where(f => f.Key != "form-key"), new("form-key", Guid.NewGuid().ToString("N")), new("total", Desk.Typed(total))]));
        Assert.Contains("was released before; it leaves only once", second, StringComparison.Ordinal);
        Assert.Equal(1L, server.Number($"select count(*) from journal_entry where kind = 'file-release' and key like '%{server.Word($"select identity from disbursement_file where id = {places.FileOut.Waiting}")}%'"));
    }

    [Fact]
    public async Task Whoever_made_a_file_cannot_release_it_even_with_the_right()
    {
        await using var server = await Server.AtWorkAsync();
        var places = await WorkedCounty.PlacesAsync();
        var path = $"/files/out/{places.FileOut.Waiting}";
        server.Database.Execute($"update disbursement_file set created_by = {server.Account(Roles.DisbursementReleaser).Id} where id = {places.FileOut.Waiting}");
        var releaser = await server.VisitAsync(Roles.DisbursementReleaser);
        Assert.Contains("You made this file, so another person releases it.", await releaser.ReadAsync(path), StringComparison.Ordinal);
        var total = server.Number($"select amount from disbursement_file where id = {places.FileOut.Waiting}");
        await releaser.ForgeAsync(path, "release", ("total", Desk.Typed(total)));
        Assert.Equal("created", server.Word($"select status from disbursement_file where id = {places.FileOut.Waiting}"));
    }

    [Fact]
    public async Task A_file_that_waits_is_voided_by_those_who_make_files_after_they_saw_what_that_does()
    {
        await using var server = await Server.AtWorkAsync();
        var places = await WorkedCounty.PlacesAsync();
        var path = $"/files/out/{places.FileOut.Waiting}";
        var payments = server.Number($"select count from disbursement_file where id = {places.FileOut.Waiting}");
        var maker = await server.VisitAsync(Roles.Accounting);
        await maker.RefusedAsync(path, "void", "why", "Say in a few words why the file is not to leave.", ("why", ""), ("step", "look"));
        var look = await Text(await maker.SendAsync(path, "void", ("why", "made for the wrong day"), ("step", "look")));
        Assert.Contains("would not leave", look, StringComparison.Ordinal);
        Assert.Contains($"{payments} payments", look, StringComparison.Ordinal);
        await maker.RefusedAsync(path, "void", "", "Look at it again and confirm then.", ("why", "made for the wrong day"), ("step", "confirm"));
        Assert.Equal("created", server.Word($"select status from disbursement_file where id = {places.FileOut.Waiting}"));
        var seen = System.Text.RegularExpressions.Regex.Match(look, "name=\"seen\" value=\"([^\"]*)\"").Groups[1].Value;
        var done = await maker.DoneAsync(path, "void", ("why", "made for the wrong day"), ("step", "confirm"), ("seen", seen));
        foreach (var part in (string[])["Voided. The file does not leave", "voided it on", "“made for the wrong day”", "of them taken back"]) Assert.Contains(part, done, StringComparison.Ordinal);
        Assert.Equal(0L, server.Number($"select count(*) from disbursement where file_id = {places.FileOut.Waiting} and status <> 'voided'"));
        Assert.Contains("This payment did not leave", await maker.ReadAsync($"/payments/{server.Number($"select min(id) from disbursement where file_id = {places.FileOut.Waiting}")}"), StringComparison.Ordinal);
        Assert.DoesNotContain("Void this file", await (await server.VisitAsync(Roles.DisbursementReleaser)).ReadAsync($"/files/out/{places.FileOut.Released}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_receipt_that_came_back_takes_out_of_a_file_is_said_before_and_after()
    {
        await using var server = await Server.AtWorkAsync();
        var places = await WorkedCounty.PlacesAsync();
        var receipt = server.Number($"select min(p.receipt_id) from payable p join disbursement d on d.id = p.disbursement_id where d.file_id = {places.FileOut.Waiting} and p.payee_kind = 'family'");
        var identity = server.Word($"select identity from disbursement_file where id = {places.FileOut.Waiting}");
        var supervisor = await server.VisitAsync(Roles.Supervisor);
        var path = $"/receipts/{receipt}/return";
        var look = WebUtility.HtmlDecode(await Text(await supervisor.SendAsync(path, "change", ("amount", ""), ("reason", "R01 insufficient funds"), ("step", "look"))));
        Assert.Contains($"stands in file {identity}, which was not released; it is taken out of the file.", look, StringComparison.Ordinal);
        Assert.DoesNotContain("was already paid out", look, StringComparison.Ordinal);
        await ReceiptViewTests.TakeBackAsync(supervisor, receipt, "");
        var page = WebUtility.HtmlDecode(await supervisor.ReadAsync($"/receipts/{receipt}"));
        Assert.Contains("Payments that did not leave", page, StringComparison.Ordinal);
        Assert.DoesNotContain("What a payee had too much", page, StringComparison.Ordinal);
        Assert.Contains("taken out of this file before it left", await supervisor.ReadAsync($"/files/out/{places.FileOut.Waiting}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Roles.Accounting)]
    [InlineData(Roles.Supervisor)]
    [InlineData(Roles.Auditor)]
    public async Task Others_see_that_a_file_waits_and_cannot_release_it(string role)
    {
        await using var server = await Server.AtWorkAsync();
        var places = await WorkedCounty.PlacesAsync();
        var path = $"/files/out/{places.FileOut.Waiting}";
        var visitor = await server.VisitAsync(role);
        var page = await visitor.ReadAsync(path);
        Assert.Contains("A disbursement releaser compares the total", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Total of the file", page, StringComparison.Ordinal);
        await visitor.ForgeAsync(path, "release", ("total", Desk.Typed(server.Number($"select amount from disbursement_file where id = {places.FileOut.Waiting}"))));
        Assert.Equal("created", server.Word($"select status from disbursement_file where id = {places.FileOut.Waiting}"));
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync($"/files/out/{places.FileOut.Released}/content")).StatusCode);
    }

    [Fact]
    public async Task A_payment_tells_what_it_is_made_of_and_why()
    {
        await using var server = await Server.AtWorkAsync();
        var places = await WorkedCounty.PlacesAsync();
        var page = WebUtility.HtmlDecode(await (await server.VisitAsync(Roles.CaseManager)).ReadAsync($"/payments/{places.Payment}"));
        foreach (var part in (string[])["The stub, as the payee reads it", places.Guide.Rich, "Together $", "released"]) Assert.Contains(part, page, StringComparison.Ordinal);
        Assert.Matches("Why \\$[0-9,.]+ was paid", page);
        Assert.Matches("Why \\$[0-9,.]+ went to ", page);
        Assert.Contains("45 CFR 302.51", page, StringComparison.Ordinal);
        Assert.Equal(1L, server.Recorded("payment.read"));
    }

    [Fact]
    public async Task Reading_a_file_is_recorded()
    {
        await using var server = await Server.AtWorkAsync();
        var places = await WorkedCounty.PlacesAsync();
        var visitor = await server.VisitAsync(Roles.Supervisor);
        var before = server.Recorded("file.read");
        await visitor.ReadAsync($"/files/{places.FileIn.Posted}");
        await visitor.ReadAsync($"/files/out/{places.FileOut.Released}");
        Assert.Equal(before + 1, server.Recorded("file.read"));
        Assert.Equal(1L, server.Recorded("payment.file"));
    }

    private static async Task<string> Text(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
}
